import en from './en/comeback'
import zhCN from './zh-CN/comeback'

export const comeback = { en, 'zh-CN': zhCN }
