import type en from '../en/consents'

export default {
  service:
    '预约即表示您同意我们为准备和完成本次服务而使用您的姓名、手机号、车辆信息以及您提供的描述和照片。您可随时查询或要求删除。',
  marketing: '下次保养到期时请发信息提醒我，可随时取消。',
} satisfies typeof en
