import en from './en/fault-files'
import zhCN from './zh-CN/fault-files'

export const faultFiles = { en, 'zh-CN': zhCN }
