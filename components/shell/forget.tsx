'use client'

import { useEffect } from 'react'

/** Nobody is signed in: what this device kept to open without network goes. */
export function Forget() {
  useEffect(() => {
    import('@/components/reception/offline/kept-pages')
      .then(({ forgetAll }) => forgetAll())
      .catch(() => undefined)
  }, [])
  return null
}
