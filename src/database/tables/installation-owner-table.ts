/**
 * Who works on every site of the installation.
 * @room accounts
 */
export interface InstallationOwnerTable {
  account: number;
  /** Epoch milliseconds. */
  named_at: number;
}
