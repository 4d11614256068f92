import en from './en/letters'
import zhCN from './zh-CN/letters'

export const letters = { en, 'zh-CN': zhCN }
