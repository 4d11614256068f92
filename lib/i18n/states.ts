import en from './en/states'
import zhCN from './zh-CN/states'

export const states = { en, 'zh-CN': zhCN }
