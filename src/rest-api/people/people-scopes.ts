/** The scopes that people are read and changed by. */

export const PEOPLE_READ = {
  user: ['spark:people_read', 'spark:all'],
  admin: 'spark-admin:people_read',
} as const;

export const PEOPLE_ADMIN_READ = { admin: 'spark-admin:people_read' } as const;
export const PEOPLE_WRITE = { admin: 'spark-admin:people_write' } as const;
