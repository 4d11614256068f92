'use client'

import clsx from 'clsx'
import { Star } from 'lucide-react'
import { useState } from 'react'

const FIVE = [1, 2, 3, 4, 5]

/** One to five stars as radio buttons: arrow keys move, a tap chooses. */
export function Stars({
  name,
  legend,
  word,
}: {
  name: string
  legend: string
  word: (f: { count: number }) => string
}) {
  const [chosen, setChosen] = useState(0)
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{legend}</legend>
      <div className="flex gap-1">
        {FIVE.map((count) => (
          <label
            key={count}
            className="has-focus-visible:outline-celadon rounded-control grid size-12 cursor-pointer place-items-center has-focus-visible:outline-2"
          >
            <input
              type="radio"
              name={name}
              value={count}
              className="sr-only"
              onChange={() => setChosen(count)}
              checked={chosen === count}
            />
            <Star
              aria-hidden
              className={clsx('size-8', count <= chosen ? 'fill-amber text-amber' : 'text-line-strong')}
            />
            <span className="sr-only">{word({ count })}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
