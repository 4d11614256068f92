import en from './en/booking-results'
import zhCN from './zh-CN/booking-results'

export const bookingResults = { en, 'zh-CN': zhCN }
