import type { RibbonStep as Measured, StepState } from '@/lib/kpi/ribbon'

export type RibbonState = StepState

/** One step as measured, and what to do next from it when the page knows. */
export type RibbonStep = Measured & { next?: { label: string; href?: string } | null }

/** A customer sees the benefit of each step; duties of the house and names of its people are for staff. */
export type RibbonReader = 'staff' | 'customer'
