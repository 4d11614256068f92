import en from './en/setting-names'
import zhCN from './zh-CN/setting-names'

export const settingNames = { en, 'zh-CN': zhCN }
