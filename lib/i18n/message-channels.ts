import en from './en/message-channels'
import zhCN from './zh-CN/message-channels'

export const messageChannels = { en, 'zh-CN': zhCN }
