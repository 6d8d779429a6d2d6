/** The id of a template: its name, which is its host's own, as base64url. */

export function templateIdOf(name: string): string {
  return Buffer.from(name).toString('base64url');
}

export function templateNameOf(id: string): string {
  return Buffer.from(id, 'base64url').toString();
}
