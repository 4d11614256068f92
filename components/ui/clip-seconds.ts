/** How long a video plays, in seconds, as this browser reads it; 0 when it cannot tell, so that the server decides. */
export function clipSeconds(file: Blob): Promise<number> {
  const url = URL.createObjectURL(file)
  const video = document.createElement('video')
  return new Promise<number>((resolve) => {
    const tell = () => resolve(Number.isFinite(video.duration) ? video.duration : 0)
    video.addEventListener('loadedmetadata', tell)
    video.addEventListener('error', () => resolve(0))
    setTimeout(() => resolve(0), 5000)
    video.preload = 'metadata'
    video.src = url
  }).finally(() => URL.revokeObjectURL(url))
}
