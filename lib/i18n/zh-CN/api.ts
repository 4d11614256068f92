import type en from '../en/api'

export default {
  title: '系统对接接口',
  lead: '预约、查询空闲时段、查看进店进度、回传工单状态：规则与页面一致。',
  download: 'OpenAPI 文档',
  start: '如何调用',
  startKey: '管理员在设置中创建密钥并勾选权限范围。每次请求都带上密钥，一个密钥只对应一家门店。',
  startIdempotency:
    '写请求可带 8 至 255 个字符的 Idempotency-Key：同一个值加同样的内容，返回第一次的结果；内容不同则返回 422。',
  startPages: '列表分页返回：把本页的 nextCursor 作为下一页的 cursor，直到为 null。',
  startErrors:
    '拒绝以 application/problem+json（RFC 9457）返回，code 固定不变；标题语言由 Accept-Language 决定。',
  startLimits: (f: { count: number }) =>
    `每个密钥每分钟最多 ${f.count} 次请求，超出时返回 429 和 Retry-After。`,
  operations: '接口列表',
  schemas: '数据结构',
  parameters: '参数',
  body: '请求内容',
  answers: '返回',
  example: '示例',
  name: '名称',
  where: '位置',
  type: '类型',
  meaning: '说明',
  required: '必填',
  contents: '目录',
  places: { path: '路径', query: '查询', header: '请求头' },
  problems: {
    input: '输入与说明不符。',
    method: '该路径不支持此方法。',
    fault: '系统出错了。',
  },
} satisfies typeof en
