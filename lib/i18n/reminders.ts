import en from './en/reminders'
import zhCN from './zh-CN/reminders'

export const reminders = { en, 'zh-CN': zhCN }
