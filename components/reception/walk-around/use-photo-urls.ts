'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

type Kept = { fileId: string; blob: Blob }

/** Addresses of the photographs that this device holds, each made once and given back with the page. */
export function usePhotoUrls() {
  const [urls, setUrls] = useState<Record<string, string>>({})
  const made = useRef<Record<string, string>>({})
  const hold = useCallback((photos: readonly Kept[]) => {
    const fresh = photos.filter(({ fileId }) => !made.current[fileId])
    if (fresh.length === 0) return
    for (const { fileId, blob } of fresh) made.current[fileId] = URL.createObjectURL(blob)
    setUrls({ ...made.current })
  }, [])
  useEffect(() => {
    const own = made
    return () => {
      for (const url of Object.values(own.current)) URL.revokeObjectURL(url)
      own.current = {}
    }
  }, [])
  return { urls, hold }
}
