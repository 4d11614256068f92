import en from './en/drive'
import zhCN from './zh-CN/drive'

export const drive = { en, 'zh-CN': zhCN }
