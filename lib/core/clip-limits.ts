/** How long and how large a video of a fault may be; a phone stops a little after it was told to. */
export const CLIP = { seconds: 30, graceSeconds: 2, megabytes: 20 } as const
