import en from './en/papers'
import zhCN from './zh-CN/papers'

export const papers = { en, 'zh-CN': zhCN }
