import en from './en/booking-board'
import zhCN from './zh-CN/booking-board'

export const bookingBoard = { en, 'zh-CN': zhCN }
