'use client'

import { useState } from 'react'
import { useFormContext } from './form-context'

/**
 * What a text said when its form was opened; once the form was refused because somebody has changed it meanwhile, what the refusal
 * says it says now: whoever saves again has read it.
 */
export function TextBefore({ name = 'was', value }: { name?: string; value: string }) {
  const { state } = useFormContext()
  const [opened] = useState(value)
  const told = state.refused?.code === 'common.text-changed' ? state.refused.facts.text : undefined
  return <input type="hidden" name={name} value={told ?? opened} />
}
