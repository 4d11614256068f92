import en from './en/kpi'
import zhCN from './zh-CN/kpi'

export const kpi = { en, 'zh-CN': zhCN }
