import en from './en/own-cars'
import zhCN from './zh-CN/own-cars'

export const ownCars = { en, 'zh-CN': zhCN }
