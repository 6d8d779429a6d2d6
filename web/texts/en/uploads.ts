/** The texts of files that are being brought. */

export const texts = () => ({
  uploads: {
    choose: 'Choose a recording',
    drop: 'or drop it here.',
    uploads: 'Uploads',
    progress: (name: string): string => `Upload of ${name}`,
    waiting: 'Waits for the one before',
    of: (sent: string, all: string): string => `${sent} of ${all}`,
    saving: 'Being saved…',
    done: 'Done',
    aborted: 'Cancelled. Nothing of it is kept.',
    cancel: 'Cancel',
    cancelName: (name: string): string => `Cancel the upload of ${name}`,
    again: 'Try again',
    againName: (name: string): string => `Try to upload ${name} again`,
    dismiss: 'Close',
    dismissName: (name: string): string => `Close the message about ${name}`,
  },
});
