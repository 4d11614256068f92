import type en from '../en/fields'

export default {
  required: '请填写这一项。',
  choose: '请选择一项。',
  'too-short': '内容太短。',
  'too-long': '内容太长。',
  'too-small': '数值太小。',
  'too-large': '数值太大。',
  invalid: '请检查这一项。',
  number: '请输入数字。',
  whole: '请输入整数。',
  day: '请输入日期。',
  time: '请输入时间，例如 9:30。',
  phone: '请输入 11 位手机号。',
  plate: '车牌号格式不正确。',
  place: '请填写以逗号分隔的纬度和经度（度）。',
  address: '此地址无法使用。请以 https:// 开头，且不含用户名和密码。',
  email: '邮箱格式不正确。',
  parameters: '参数请用逗号分隔，且只能使用该消息包含的内容。',
  'fault-code': '故障码由字母 P、C、B 或 U 加四位字符组成，例如 P0301。',
  'tyre-week': '请填写轮胎上的四位周年代码，例如 3524。',
  vin: '车架号为 17 位，不含 I、O、Q。',
} satisfies typeof en
