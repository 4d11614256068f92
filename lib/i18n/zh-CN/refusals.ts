import type { RefusalCode, RefusalFacts } from '@/lib/core/refusal'

const POINTS: Record<string, string> = {
  problems: '客户反映的问题',
  prices: '每个项目的价格',
  oldParts: '旧件去向',
  wash: '是否洗车',
  completionTime: '预计完工时间',
}
const obligatoryPoints = (points: unknown) =>
  String(points ?? '')
    .split(',')
    .map((point) => POINTS[point] ?? point)

export default {
  'auth.forbidden': '您的岗位没有这项权限，如有需要请联系服务经理。',
  'auth.signed-out': '您已退出登录，请重新登录；已保存的内容不会丢失。',
  'auth.wrong-login': '账号或密码不正确，请重新输入。',
  'auth.locked-out': (f) => `错误次数过多，请 ${f.seconds ?? 60} 秒后再试。`,
  'auth.link-invalid': '此链接已失效，请联系我们获取新链接。',
  'auth.wrong-digits': '与预留手机号后四位不一致，请重新输入或致电我们。',
  'auth.too-many-requests': '操作过于频繁，请一分钟后再试。',
  'common.not-found': '没有找到这条记录，请返回后重新打开。',
  'common.changed-meanwhile': '这条记录刚被他人修改，请刷新查看最新状态后再操作。',
  'common.busy': '当前操作的人较多，尚未保存，请再试一次。',
  'common.key-reused': '此请求已用其他内容提交过，请刷新页面后重试。',
  'common.already-exists': '这条记录已经存在。',
  'status.not-from-here': '当前状态不能进行这一步，请刷新查看下一步。',
  'file.too-large': (f) => `文件太大${f.limitMb ? `（上限 ${f.limitMb} MB）` : ''}，请选择小一些的文件。`,
  'file.wrong-kind': '此类文件不能使用，请上传 JPEG、PNG 或 WebP 照片。',
  'signature.empty': '还没有签名，请在框内签名。',
  'customer.plate-or-vin': '请填写车牌号或车架号（VIN）。',
  'customer.other-car-has-vin': (f) => `该车架号已登记在 ${f.plate ?? '其他车辆'} 名下，请核对。`,
  'catalogue.not-offered': '本店目前不提供此项目，请选择其他项目。',
  'catalogue.no-price': (f) => `“${f.name ?? '该项目'}”今天没有有效价格，请联系服务经理。`,
  'appointment.in-the-past': '这个时间已过，请选择更晚的时间。',
  'appointment.too-soon': (f) => `请至少提前 ${f.minutes ?? 60} 分钟预约，或直接致电本店。`,
  'appointment.too-far': (f) => `最多可提前 ${f.days ?? 30} 天预约。`,
  'appointment.closed-day': (f) => `${f.day ?? '当天'} 本店休息，请选择其他日期。`,
  'appointment.outside-hours': (f) => `当天营业时间为 ${f.opensAt} 至 ${f.closesAt}。`,
  'appointment.not-a-slot': (f) => `接待时间每 ${f.minutes ?? 30} 分钟一档，请选择其中之一。`,
  'appointment.slot-taken': '这个时间刚刚被约走了，您填写的内容都还在，请另选一个时间。',
  'appointment.day-full': '当天车间预约已满，请选择其他日期。',
  'appointment.nobody-skilled': '当天没有可承担此项工作的技师，请选择其他日期。',
  'appointment.no-bay': '当天没有适合此项工作的工位，请选择其他日期。',
  'appointment.nothing-wanted': '请选择服务项目，或用您自己的话说明需要。',
  'appointment.not-read-back': '请先向客户复述预约内容并勾选确认。',
  'appointment.phone-not-proven': '请先用验证码确认手机号。',
  'appointment.wrong-code': (f) =>
    Number(f.left) > 0 ? `验证码不正确，还可以再试 ${f.left} 次。` : '验证码不正确，请重新获取。',
  'appointment.code-expired': '验证码已失效，请重新获取。',
  'appointment.vehicle-already-booked': '这辆车当天已有预约，如需更改请打开该预约。',
  'appointment.too-many-open': (f) => `该手机号已有 ${f.count ?? 2} 个未到店的预约，如需增加请致电本店。`,
  'appointment.too-late-to-change': (f) =>
    `到店前 ${f.minutes ?? 120} 分钟内不能在线更改，请致电本店，我们会尽力安排。`,
  'appointment.still-expected': (f) =>
    `客户可能还会到店：约定时间过后 ${f.minutes ?? 30} 分钟才能记为未到店。`,
  'appointment.override-needs-manager': '只有服务经理可以超出当天产能预约。',
  'appointment.pick-up-address': '请填写取车地址。',
  'appointment.same-time': '预约已经是这个时间了。',
  'appointment.comeback-order': '这辆车没有这个编号的历史工单。',
  'order.visit-not-at-desk': '客户尚未到前台，请先完成接车登记并签字。',
  'order.already-open': (f) => `本次到店已有委托书 ${f.no ?? ''}，请在该单上继续。`,
  'order.not-editable': '客户正在确认这一版本，请先收回修改，系统会生成新版本。',
  'order.no-lines': '委托书还没有项目，请至少添加一个项目。',
  'order.line-without-price': (f) =>
    `“${f.title ?? ''}”还没有价格，请填写工时费或备件，或标记为“待检查后报价”。`,
  'order.point-missing': (f) => `客户签字前请补全：${obligatoryPoints(f.points).join('、')}。`,
  'order.promise-in-the-past': '承诺时间已经过去，请选择更晚的时间。',
  'order.discount-above-limit': (f) =>
    `优惠 ${Number(f.percent)}% 超出您的权限（上限 ${Number(f.limitPercent)}%），可请服务经理授权。`,
  'order.discount-above-price': '优惠金额超过了该项目的价格。',
  'order.no-price-today': (f) => `“${f.title ?? ''}”没有今天有效的价格，请服务经理录入。`,
  'additionalWork.order-too-far':
    '车辆已进入终检或更后的环节，现在不能增项。请与客户另约时间，或请质检员退回。',
  'additionalWork.no-lines': '发送给客户之前，请至少添加一个有价格的项目。',
  'additionalWork.already-answered': '此增项已经答复过，没有重复处理。',
  'additionalWork.line-unanswered': '请对每个项目选择同意或不同意。',
  'additionalWork.decline-reason-missing': '请为不同意的项目填写原因，我们会在您下次到店时提醒。',
  'additionalWork.call-note-missing': '电话同意需要记录：联系了谁、什么时间、对方怎么说。',
} satisfies Record<RefusalCode, string | ((f: RefusalFacts) => string)>
