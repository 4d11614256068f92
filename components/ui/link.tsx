'use client'

import NextLink from 'next/link'
import { useState, type ComponentProps } from 'react'

/**
 * A link that fetches its page ahead once a pointer or the keyboard is on it, not as soon as it is on the screen: each live
 * change makes a page forget what was fetched, and a screen full of links would ask for a dozen pages again.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  const [near, setNear] = useState(false)
  return (
    <NextLink
      prefetch={near ? null : false}
      onPointerEnter={() => setNear(true)}
      onPointerLeave={() => setNear(false)}
      onFocus={() => setNear(true)}
      onBlur={() => setNear(false)}
      {...props}
    />
  )
}
