import en from './en/steps'
import zhCN from './zh-CN/steps'

export const steps = { en, 'zh-CN': zhCN }
