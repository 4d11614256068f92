import en from './en/appointments'
import zhCN from './zh-CN/appointments'

export const appointments = { en, 'zh-CN': zhCN }
