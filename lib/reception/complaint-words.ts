/** Groups of complaints: what belongs to one is probably the same fault when it comes again. */
export const COMPLAINT_GROUPS = [
  'brakes', 'steering', 'suspension', 'engine', 'gearbox', 'electrical', 'airConditioning', 'tyres', 'body', 'leak', 'noise',
] as const // prettier-ignore
export type ComplaintGroup = (typeof COMPLAINT_GROUPS)[number]

/** Words by which a group is known in what customers say and in what work is called, Chinese and English. */
export const COMPLAINT_WORDS: Record<ComplaintGroup, RegExp> = {
  brakes: /刹车|制动|\bbrak(e|es|ing)\b|\bABS\b/i,
  steering: /转向|方向盘|跑偏|四轮定位|\bsteer(s|ing)?\b|pulls to|wheel alignment/i,
  suspension: /悬挂|悬架|减震|避震|底盘|过坎|suspension|shock absorber|chassis/i,
  engine:
    /发动机|引擎|熄火|怠速|抖动|加速无力|动力不足|火花塞|点火|启动困难|打不着|engine|stall|misfir|idl(e|ing)|spark plug|no start|won.t start/i,
  gearbox: /变速箱|变速器|换挡|离合|顿挫|gearbox|transmission|clutch|shift/i,
  electrical:
    /电瓶|蓄电池|电路|灯不亮|大灯|故障灯|警告灯|电子|音响|屏幕|battery|electric|headlight|warning (light|lamp)|screen/i,
  airConditioning: /空调|制冷|不冷|暖风|压缩机|air.?condition|a\/c\b|heater|compressor/i,
  tyres: /轮胎|胎压|漏气|补胎|tyres?\b|tires?\b|puncture/i,
  body: /车门|天窗|座椅|车漆|玻璃|雨刮|\bdoors?\b|sunroof|\bseats?\b|paint|windscreen|wiper/i,
  leak: /漏油|漏水|渗油|漏液|leak/i,
  noise: /异响|响声|噪音|吱吱|咔|noise|squeal|rattle|knock|grind/i,
}

/** Work on one axle says so in its name. */
export const AXLE_WORDS = { front: /前|\bfront\b/i, rear: /后|\brear\b/i }
