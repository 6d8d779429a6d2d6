/** The scopes by which a site is set up. */
export const CONFIG_READ = { admin: 'meeting:admin_config_read' } as const;
export const CONFIG_WRITE = { admin: 'meeting:admin_config_write' } as const;
