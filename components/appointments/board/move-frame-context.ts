'use client'

import { createContext, use } from 'react'
import type { BoardCard } from '@/lib/appointments/booking-board'

type Frame = { mayMove: boolean; open: (card: BoardCard) => void }

export const MoveFrameContext = createContext<Frame>({ mayMove: false, open: () => undefined })

/** How a card of the board is opened, and whether this person moves bookings. */
export const useMoveFrame = () => use(MoveFrameContext)
