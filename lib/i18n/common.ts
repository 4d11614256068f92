import en from './en/common'
import zhCN from './zh-CN/common'

export const common = { en, 'zh-CN': zhCN }
