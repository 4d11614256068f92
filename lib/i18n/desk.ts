import en from './en/desk'
import zhCN from './zh-CN/desk'

export const desk = { en, 'zh-CN': zhCN }
