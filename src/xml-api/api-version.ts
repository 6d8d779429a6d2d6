/** The level of the interface that this server speaks. */
export const API_VERSION = 'WebEx XML API V9.0.0';

/** The train of WBS30, after the pattern of T31's `T31L` and 400: those of T30 are below (recorded, inferred). */
export const TRAIN_RELEASE = { version: 'T30L', order: '300' };
