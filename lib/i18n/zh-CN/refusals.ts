import type { RefusalCode, RefusalFacts } from '@/lib/core/refusal'
import reception from './reception'
import { money } from '../format'
import delivery from './delivery'

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

const GRADES: Record<string, string> = { junior: '初级', middle: '中级', senior: '高级' }

const deliveryGate = (missing: unknown) =>
  String(missing ?? '')
    .split(',')
    .map((key) => (delivery.gate as Record<string, string>)[key] ?? key)
    .join('、')

const named = (words: Record<string, string>, keys: RefusalFacts[string] | undefined) =>
  String(keys ?? '')
    .split(',')
    .map((key) => words[key] ?? key)
    .join('、')

export default {
  'auth.forbidden': '您的岗位没有这项权限，如有需要请联系服务经理。',
  'auth.signed-out': '您已退出登录，请重新登录；已保存的内容不会丢失。',
  'auth.wrong-login': '账号或密码不正确，请重新输入。',
  'auth.locked-out': (f) => `错误次数过多，请 ${f.seconds ?? 60} 秒后再试。`,
  'auth.link-invalid': '此链接已失效，请联系我们获取新链接。',
  'auth.link-shows-only': '本次到店已结束，此链接仅供查看。如需更改，请致电我们。',
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
  'file.too-many': (f) => `本次来店已有 ${f.most} 张照片，请只保留最能说明问题的照片。`,
  'visit.already-open': (f) => `${f.plate} 已在店内（来店单 ${f.no}），请打开该来店单，不要重复登记。`,
  'visit.booking-too-far': (f) => `此预约距今天超过 ${f.months} 个月。请按未预约接待，或先改约。`,
  'visit.register-first': (f) => `${f.plate} 还没有档案，请填写姓名、电话和车型。`,
  'visit.has-order': (f) => `本次来店已有工单 ${f.no}，请先取消工单，再登记客户离店。`,
  'reception.kit-first': (f) => `请先铺设防护用品，还缺：${named(reception.kitPieces, f.missing)}。`,
  'reception.not-started': '还没有开始环车检查，请先迎接客户并铺设防护用品。',
  'reception.frozen': '客户已经签字，登记表只能查看，不能再修改。',
  'reception.incomplete': (f) => `还不能签字，缺少：${named(reception.required, f.missing)}。`,
  'reception.odometer-lower': (f) => `${f.km} 公里低于上次读数 ${f.lastKm} 公里，请核对，或说明原因。`,
  'reception.too-many-marks': (f) => `车身图上已有 ${f.most} 处标记，其余请写入附近标记的说明。`,
  'signature.empty': '还没有签名，请在框内签名。',
  'customer.plate-or-vin': '请填写车牌号或车架号（VIN）。',
  'customer.other-car-has-vin': (f) => `该车架号已登记在 ${f.plate ?? '其他车辆'} 名下，请核对。`,
  'catalogue.not-offered': '本店目前不提供此项目，请选择其他项目。',
  'catalogue.no-price': (f) => `“${f.name ?? '该项目'}”今天没有有效价格，请联系服务经理。`,
  'catalogue.code-taken': (f) => `${f.code ?? '该代码'}已被使用，请换一个代码。`,
  'catalogue.used-in-package': (f) => `套餐 ${f.code ?? ''} 正在使用它。请先从套餐中移除，或先停用该套餐。`,
  'catalogue.package-empty': '套餐至少需要一个工时项目。',
  'catalogue.unknown-operation': (f) => `没有在用的工时项目 ${f.code ?? ''}。请先添加，或更正代码。`,
  'catalogue.unknown-part': (f) => `没有在用的配件 ${f.no ?? ''}。请先添加或导入，或更正配件号。`,
  'catalogue.price-zero': '价格不能为 0，请输入客户应付的金额。',
  'catalogue.price-in-the-past': '新价格不能早于今天生效：已售出的项目保持原价。',
  'catalogue.price-overlaps': (f) =>
    `已有一个自 ${f.day ?? '之后某日'} 起的价格。请选择更晚的日期，或先撤回该价格。`,
  'catalogue.price-begun': '该价格在今天之前已生效，须保留记录。请设置一个从其他日期开始的新价格。',
  'catalogue.parts-price-without-parts': '该套餐不含配件，不能有配件价。请先添加配件，或填 0。',
  'appointment.in-the-past': '这个时间已过，请选择更晚的时间。',
  'appointment.too-soon': (f) => `请至少提前 ${f.minutes ?? 60} 分钟预约，或直接致电本店。`,
  'appointment.too-far': (f) => `最多可提前 ${f.days ?? 30} 天预约。`,
  'appointment.closed-day': (f) => `${f.day ?? '当天'} 本店休息，请选择其他日期。`,
  'appointment.outside-hours': (f) => `当天营业时间为 ${f.opensAt} 至 ${f.closesAt}。`,
  'appointment.not-a-slot': (f) => `接待时间每 ${f.minutes ?? 30} 分钟一档，请选择其中之一。`,
  'appointment.slot-taken': '这个时间刚刚被约走了，您填写的内容都还在，请另选一个时间。',
  'appointment.not-while-waiting': '这个时间来店无法在您等候期间完成，请选择留车，或改选其他时间。',
  'appointment.day-full': '当天车间预约已满，请选择其他日期。',
  'appointment.nobody-skilled': '当天没有可承担此项工作的技师，请选择其他日期。',
  'appointment.no-bay': '当天没有适合此项工作的工位，请选择其他日期。',
  'appointment.nothing-wanted': '请选择服务项目，或用您自己的话说明需要。',
  'appointment.who-comes': '请填写送车人的姓名和手机号。',
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
  'order.on-the-road': '这辆车正在路试，请等它回来。',
  'order.last-line': '这是委托书的最后一项，请由服务经理中止整张委托书。',
  'order.discount-above-limit': (f) =>
    `优惠 ${Number(f.percent)}% 超出您的权限（上限 ${Number(f.limitPercent)}%），可请服务经理授权。`,
  'order.discount-above-price': '优惠金额超过了该项目的价格。',
  'additionalWork.order-too-far':
    '车辆已进入终检或更后的环节，现在不能增项。请与客户另约时间，或请质检员退回。',
  'additionalWork.no-lines': '发送给客户之前，请至少添加一个有价格的项目。',
  'additionalWork.already-answered': '此增项已经答复过，没有重复处理。',
  'additionalWork.line-unanswered': '请对每个项目选择同意或不同意。',
  'additionalWork.decline-reason-missing': '请为不同意的项目填写原因，我们会在您下次到店时提醒。',
  'additionalWork.call-note-missing': '电话同意需要记录：联系了谁、什么时间、对方怎么说。',
  'part.out-of-stock': (f) =>
    `${f.part}库存不足：需要 ${f.wanted}，可用 ${f.free}。请订货，或从其他车辆释放预留。`,
  'part.nothing-left-to-issue': (f) =>
    Number(f.open) > 0 ? `此项目的${f.part}只剩 ${f.open} 未领。` : `${f.part}已全部出库，没有重复扣减库存。`,
  'part.line-not-approved': (f) => `${f.part}：该项目尚未经客户确认，或已关闭。`,
  'part.line-billed': (f) => `${f.part}已列入结算，不能在此退库。`,
  'part.more-than-issued': (f) => `此项目只领用了 ${f.issued} 件${f.part}。`,
  'part.expected-in-the-past': '预计到货日已过，请选择今天或之后的日期。',
  'plan.not-approved': (f) => `客户尚未确认“${f.job}”，只有确认过的项目才能派工。`,
  'plan.order-not-open': (f) => `委托书 ${f.order} 当前不能施工。`,
  'plan.already-planned': (f) => `已有人先派工：该项目已交给${f.technician}。如需更改，请在看板上移动。`,
  'plan.in-work': (f) => `${f.technician}正在施工，请先暂停该项目。`,
  'plan.in-the-past': '该时间已过，请选择现在之后的时间。',
  'plan.not-a-technician': (f) => `${f.technician}不承担车间作业。`,
  'plan.not-certified': (f) => `${f.technician}没有有效的厂商认证，不能派工。`,
  'plan.grade-too-low': (f) =>
    `${f.technician}的等级不够：此项目需要${GRADES[String(f.needed)] ?? ''}${f.needed === 'middle' ? '及以上' : ''}技师。`,
  'plan.high-voltage': (f) => `${f.technician}未经高压培训，请选择具备新能源技能的技师。`,
  'plan.off-shift': (f) => `${f.technician}在该时间不当班。`,
  'plan.bay-unfit': (f) => `${f.bay}不适合此类作业。`,
  'plan.bay-closed': (f) => `${f.bay}在该时间停用。`,
  'plan.no-free-bay': '该时间没有合适的空闲工位，请选择其他时间。',
  'plan.technician-busy': (f) =>
    `${f.technician}在该时间已有其他车辆（${f.plate}，${f.from} 至 ${f.to}），请换时间或人员。`,
  'plan.bay-busy': (f) =>
    `${f.bay}在该时间已有其他车辆（${f.plate}，${f.from} 至 ${f.to}），请换工位或时间。`,
  'plan.vehicle-busy': (f) => `该车在 ${f.from} 至 ${f.to} 已安排其他项目，同一辆车不能同时在两处。`,
  'plan.requested-technician': (f) => `客户指定了${f.technician}，改派他人请填写原因。`,
  'plan.reason-wanted': '请填写原因。',
  'job.not-yours': '该项目不在（或已不在）您的任务中。',
  'job.parts-not-issued': (f) => `${f.part}尚未出库，请配件部出库后再完工。`,
  'clocking.already-running': '该项目已在计时。',
  'clocking.other-job-running': (f) => `您正在为 ${f.plate} 计时，请先暂停或完工。`,
  'finding.photo-wanted': '请至少拍一张照片，让客户看得见。',
  'handOver.not-open': '此工单还没有开始交车，请先开始交车。',
  'handOver.closed': '车辆已交付，交车清单不能再修改。',
  'handOver.wrong-person': (f) =>
    f.check === 'qualityTechnician'
      ? '此项须由维修技师本人确认：质量由两人共同验收。'
      : '此项由服务顾问确认。',
  'handOver.not-taken': '接车时没有收取此物品，不能勾选归还。',
  'handOver.voucher-wrong': '取车凭证码与此工单不符，请再次核对客户联，不得放车。',
  'handOver.promises-open': (f) =>
    `还有 ${f.count ?? ''} 项对客户的承诺没有兑现，请先兑现或与客户沟通，再结算。`,
  'settlement.none': '还没有结算单，请服务顾问先出结算单。',
  'settlement.has-payments': '此结算单已有收款。请收银员先退款，再重新出单。',
  'settlement.above-signed': (f) =>
    `结算金额比客户签字金额高 ${money(Number(f.overFen ?? 0), 'zh-CN')}，须由服务经理先授权。`,
  'settlement.consent-unsigned': '有电话同意的增项还没有签字，请客户补签后再继续。',
  'settlement.nothing-to-authorise': '此结算单无需授权。',
  'settlement.not-claimable': '客户自付部分不能挂账，请在收银台收款。',
  'payment.nothing-due': '此部分已无应付金额，没有重复收款。',
  'payment.above-open': (f) => `此部分仅剩 ${money(Number(f.openFen ?? 0), 'zh-CN')} 未付，没有收款。`,
  'payment.above-paid': (f) => `这笔收款最多还可退 ${money(Number(f.leftFen ?? 0), 'zh-CN')}，未做退款。`,
  'visit.not-deliverable': (f) => `车辆还不能交付，尚缺：${deliveryGate(f.missing)}。`,
  'followUp.not-yet-due': '还没到回访时间，过早回访会打扰客户。',
  'followUp.answer-missing': '请记录客户满意度，以及问题是否已解决。',
  'rating.not-delivered': '交车之后才能评价本次服务。',
  'rating.given-already': '您已评价过本次服务，谢谢！',
  'complaint.compensation-above-limit': (f) =>
    `补偿超过 ${money(Number(f.limitFen ?? 0), 'zh-CN')}，须由服务总监批准。`,
  'staff.own-roles': '不能修改自己的岗位，请由其他管理人员操作。',
  'staff.own-account': '不能停用自己的账号，请由其他管理人员操作。',
  'staff.administrator-only': '只有系统管理员才能授予、修改或停用系统管理员。',
  'staff.last-administrator': '这是最后一位系统管理员，请先指定另一位系统管理员。',
  'staff.number-taken': (f) => `工号 ${f.no ?? ''} 已属于${f.who || '其他员工'}。`,
  'staff.login-taken': (f) => `登录名 ${f.loginName ?? ''} 已被使用，请换一个。`,
  'staff.password-common': '这个密码太常见，容易被猜中，请换一个。',
  'account.wrong-password': '当前密码不正确，未作任何修改。',
  'account.same-password': '新密码与旧密码相同，请换一个。',
  'account.passwords-differ': '两次输入的新密码不一致，请重新输入。',
  'staff.no-login': '该员工还没有登录名，请与密码一起填写。',
  'staff.grade-wanted': '技师必须有等级，派工以等级为准。',
  'setting.out-of-order': '这两项须配套：下限不能高于上限。',
  'openingHours.closes-before-opening': '打烊时间须晚于营业开始时间。',
  'openingHours.hours-wanted': '该星期通常不营业，请填写开门和关门时间。',
  'bay.name-taken': (f) => `已有名为“${f.name ?? ''}”的工位。`,
  'bay.planned': (f) => `此工位还有 ${f.count ?? ''} 项已排作业，请先移走。`,
  'shift.overlaps': (f) => `${f.who || '该员工'} ${f.day ?? ''} 该时段已有排班，未作任何更改。`,
  'shift.ends-before-start': '下班时间须晚于上班时间。',
  'shift.too-long': '一次最多排 92 天的班。',
  'import.unreadable': '无法读取该文件。请使用 .xlsx 的第一个工作表，或 UTF-8、GB18030 编码的 .csv。',
  'import.too-large': (f) => `文件超过 ${f.megabytes ?? 10} MB，请拆分后分批导入。`,
  'import.too-many-rows': (f) =>
    `文件共 ${f.rows ?? ''} 行，单次最多 ${f.limit ?? 50000} 行。请拆分后再导入，本次未导入任何数据。`,
  'import.columns-missing': '还有必填列未匹配。请选择对应的列后重新检查。',
  'import.has-bad-rows': (f) =>
    `有 ${f.rows ?? ''} 行存在错误。请修正文件，或只导入正确的行。本次未导入任何数据。`,
  'import.already-started': '该导入已经开始，不会重复导入。',
  'inspection.own-work': '您参与了这辆车的施工，须由其他质检员检查。',
  'inspection.taken': (f) => `${f.who || '其他质检员'}已经在检查这辆车。`,
  'inspection.not-yours': (f) => `这辆车由${f.who || '其他质检员'}检查，只能由本人判定。`,
  'inspection.reason-wanted': '请写明不合格的原因，方便技师返工。',
  'inspection.job-wanted': '请选择需要返工的项目。',
  'inspection.lines-open': (f) => `还有 ${f.count} 项未判定。全部项目合格后才能放行。`,
  'inspection.road-test-open': '还有路试未完成，请完成路试后再判定合格。',
  'inspection.requests-open': (f) =>
    `还有 ${f.count} 项增项未了结。请服务顾问取得客户答复或撤回增项，之后才能质检。`,
  'acceptance.not-inspected': '这辆车尚未通过质检。',
  'acceptance.road-test-open': '还有路试未完成，请完成路试后再验收。',
  'acceptance.wash-first': '客户要求洗车，请洗车完成后再验收。',
  'acceptance.already-given': '这一方已经验收过了。',
  'acceptance.same-person': '服务顾问与技师须为两个人，请由另一人完成共同验收。',
  'acceptance.not-your-work': '只有参与本车施工的技师才能与服务顾问共同验收。',
  'wash.declined': '客户不需要洗车。',
  'roadTest.already-queued': '这辆车已有未完成的路试。',
  'roadTest.not-permitted': '您未获准驾驶这辆车，请先由车间主任批准。',
  'roadTest.cannot-drive': (f) => `${f.who || '此人'}不能驾驶客户车辆，请选择其他人。`,
  'roadTest.driver-busy': '您正在驾驶另一辆车路试，请先结束那次路试。',
  'comeback.not-one': '此委托书没有关联之前的维修。',
  'lounge.visit-over': '此次到店已结束，客户已离店。',
  'lounge.already-here': '已经记录客户到达休息区。',
  'promise.already-kept': '这项承诺已经勾选为兑现。',
  'delay.not-running': '只有在维修过程中才能调整承诺交车时间。',
  'delay.nothing-promised': '此委托书尚未承诺交车时间。',
  'delay.not-later': '新的交车时间须晚于原承诺时间。',
  'delay.in-the-past': '新的交车时间已过，请选择更晚的时间。',
  'delay.not-offered': '延期告知时没有提供这个方案。',
  'delay.cost-wanted': '请填写代步补贴金额。',
  'delay.already-chosen': '此次延期的选择已经记录。',
  'api.not-json': '请以 application/json 发送 JSON 内容。',
  'api.idempotency-key': '幂等键长度须为 8 到 255 个字符。',
} satisfies Record<RefusalCode, string | ((f: RefusalFacts) => string)>
