type Skill = 'general' | 'engine' | 'electrical' | 'chassis' | 'body' | 'paint' | 'newEnergy'
type Grade = 'junior' | 'middle' | 'senior'
type Work = 'maintenance' | 'minorRepair' | 'generalRepair' | 'diagnosis' | 'bodyRepair'

const op = (
  code: string,
  name: string,
  nameEn: string,
  workClass: Work,
  skill: Skill,
  minGrade: Grade,
  minutes: number,
) => ({ code, name, nameEn, workClass, skill, minGrade, minutes })

/** Sample labour operations; a dealership imports its own. */
export const OPERATIONS = [
  op('M001', '更换机油机滤', 'Change engine oil and filter', 'maintenance', 'general', 'junior', 30),
  op('M002', '更换空气滤芯', 'Replace air filter', 'maintenance', 'general', 'junior', 10),
  op('M003', '更换空调滤芯', 'Replace cabin filter', 'maintenance', 'general', 'junior', 10),
  op('M004', '全车检查（38项）', 'Vehicle check (38 points)', 'maintenance', 'general', 'junior', 30),
  op('M005', '更换火花塞', 'Replace spark plugs', 'maintenance', 'engine', 'middle', 40),
  op('M006', '更换变速箱油', 'Change transmission fluid', 'maintenance', 'engine', 'middle', 90),
  op('M007', '更换制动液', 'Change brake fluid', 'maintenance', 'chassis', 'middle', 45),
  op('M008', '更换冷却液', 'Change coolant', 'maintenance', 'engine', 'junior', 45),
  op('R101', '更换前制动片', 'Replace front brake pads', 'minorRepair', 'chassis', 'middle', 60),
  op('R102', '更换后制动片', 'Replace rear brake pads', 'minorRepair', 'chassis', 'middle', 60),
  op('R103', '更换前制动盘', 'Replace front brake discs', 'generalRepair', 'chassis', 'middle', 90),
  op(
    'R104',
    '更换轮胎及动平衡（每条）',
    'Replace and balance tyre (each)',
    'minorRepair',
    'chassis',
    'junior',
    25,
  ),
  op('R105', '四轮定位', 'Wheel alignment', 'minorRepair', 'chassis', 'middle', 60),
  op('R106', '更换蓄电池', 'Replace battery', 'minorRepair', 'electrical', 'junior', 20),
  op('R107', '更换雨刮片', 'Replace wiper blades', 'minorRepair', 'general', 'junior', 10),
  op('R108', '更换前减震器', 'Replace front shock absorbers', 'generalRepair', 'chassis', 'middle', 120),
  op('R109', '更换正时链条', 'Replace timing chain', 'generalRepair', 'engine', 'senior', 360),
  op('R110', '更换发电机', 'Replace alternator', 'generalRepair', 'electrical', 'middle', 90),
  op('R111', '空调加注制冷剂', 'Recharge air conditioning', 'minorRepair', 'electrical', 'middle', 45),
  op('D201', '故障诊断', 'Fault diagnosis', 'diagnosis', 'engine', 'senior', 60),
  op('D202', '电路故障诊断', 'Electrical diagnosis', 'diagnosis', 'electrical', 'senior', 60),
  op('D203', '底盘异响诊断', 'Chassis noise diagnosis', 'diagnosis', 'chassis', 'middle', 45),
  op('E301', '高压电池检测', 'High-voltage battery check', 'diagnosis', 'newEnergy', 'senior', 60),
  op('B401', '前保险杠钣喷', 'Repair and paint front bumper', 'bodyRepair', 'paint', 'middle', 240),
  op('B402', '车门钣金', 'Door panel beating', 'bodyRepair', 'body', 'middle', 180),
]

const part = (no: string, name: string, nameEn: string, brand: string, unit: string, priceFen: number, onHand: number, origin: 'original' | 'aftermarket' = 'original') => ({
  no, name, nameEn, brand, unit, origin, priceFen, onHand, minMilli: onHand >= 20 ? 8000 : 2000, location: `A${(no.charCodeAt(1) % 9) + 1}-${no.slice(-2)}`,
  warrantyMonths: origin === 'original' ? 12 : 6, warrantyKm: origin === 'original' ? 20_000 : 10_000,
}) // prettier-ignore

/** Sample parts; a dealership imports its own. */
export const PARTS = [
  part('P0001', '机油 5W-30（升）', 'Engine oil 5W-30 (litre)', '原厂', 'L', 8500, 400),
  part('P0002', '机油滤清器', 'Oil filter', '原厂', 'pc', 4800, 80),
  part('P0003', '放油螺栓垫片', 'Drain plug washer', '原厂', 'pc', 300, 200),
  part('P0004', '空气滤芯', 'Air filter', '原厂', 'pc', 9800, 40),
  part('P0005', '空调滤芯', 'Cabin filter', '原厂', 'pc', 12_800, 45),
  part('P0006', '火花塞', 'Spark plug', '原厂', 'pc', 8800, 60),
  part('P0007', '变速箱油（升）', 'Transmission fluid (litre)', '原厂', 'L', 12_800, 90),
  part('P0008', '制动液 DOT4', 'Brake fluid DOT 4', '原厂', 'L', 7800, 40),
  part('P0009', '冷却液（升）', 'Coolant (litre)', '原厂', 'L', 4500, 120),
  part('P0010', '前制动片套装', 'Front brake pad set', '原厂', 'set', 68_000, 14),
  part('P0011', '后制动片套装', 'Rear brake pad set', '原厂', 'set', 58_000, 12),
  part('P0012', '前制动盘', 'Front brake disc', '原厂', 'pc', 52_000, 8),
  part('P0013', '轮胎 225/50R17', 'Tyre 225/50R17', '米其林', 'pc', 98_000, 24, 'aftermarket'),
  part('P0014', '蓄电池 70Ah', 'Battery 70 Ah', '瓦尔塔', 'pc', 78_000, 10, 'aftermarket'),
  part('P0015', '雨刮片（对）', 'Wiper blades (pair)', '博世', 'pair', 16_800, 25, 'aftermarket'),
  part('P0016', '前减震器', 'Front shock absorber', '原厂', 'pc', 88_000, 4),
  part('P0017', '正时链条套件', 'Timing chain kit', '原厂', 'set', 198_000, 1),
  part('P0018', '发电机', 'Alternator', '原厂', 'pc', 238_000, 1),
  part('P0019', '制冷剂 R134a', 'Refrigerant R134a', '原厂', 'can', 6800, 30),
  part('P0020', '前保险杠', 'Front bumper', '原厂', 'pc', 158_000, 2),
]

/** Beside the makers' own: what makes a choice of good, better and best. Only the demo has them. */
export const MORE_PARTS = [
  part('P0021', '轮胎 225/50R17（经济型）', 'Tyre 225/50R17 (economy)', '朝阳', 'pc', 52_000, 20, 'aftermarket'),
  part('P0022', '轮胎 225/50R17（静音型）', 'Tyre 225/50R17 (quiet)', '普利司通', 'pc', 128_000, 16, 'aftermarket'),
  part('P0023', '前制动片套装（经济型）', 'Front brake pad set (economy)', '信义', 'set', 32_000, 10, 'aftermarket'),
  part('P0024', '前制动片套装（陶瓷）', 'Front brake pad set (ceramic)', '布雷博', 'set', 98_000, 6, 'aftermarket'),
] // prettier-ignore

/** What a unit costs the house, in fen: a share of its price that differs a little from part to part. */
export const costOf = ({ no, priceFen }: { no: string; priceFen: number }): number =>
  Math.round((priceFen * (58 + (Number(no.slice(1)) % 5) * 3)) / 100)

type Menu = {
  code: string; name: string; nameEn: string; description: string; descriptionEn: string; workClass: Work; skill: Skill; minGrade: Grade
  minutes: number; quickLane: boolean; sameDay: boolean; bayKind: 'general' | 'quick' | 'alignment'
  labourFen: number; partsFen: number; operations: string[]; parts: [string, number][]
} // prettier-ignore

/** Sample menu of fixed-price packages. Parts add up to the price of the parts above. */
export const PACKAGES: Menu[] = [
  { code: 'A', name: '小保养', nameEn: 'Oil service', description: '机油、机滤，全车检查', descriptionEn: 'Oil, oil filter and vehicle check', workClass: 'maintenance', skill: 'general', minGrade: 'junior', minutes: 60, quickLane: true, sameDay: true, bayKind: 'quick', labourFen: 12_000, partsFen: 39_100, operations: ['M001', 'M004'], parts: [['P0001', 4], ['P0002', 1], ['P0003', 1]] },
  { code: 'B', name: '常规保养', nameEn: 'Regular service', description: '小保养加空气滤芯、空调滤芯', descriptionEn: 'Oil service plus air and cabin filters', workClass: 'maintenance', skill: 'general', minGrade: 'junior', minutes: 80, quickLane: false, sameDay: true, bayKind: 'general', labourFen: 18_000, partsFen: 61_700, operations: ['M001', 'M002', 'M003', 'M004'], parts: [['P0001', 4], ['P0002', 1], ['P0003', 1], ['P0004', 1], ['P0005', 1]] },
  { code: 'C', name: '大保养', nameEn: 'Major service', description: '常规保养加火花塞、制动液', descriptionEn: 'Regular service plus spark plugs and brake fluid', workClass: 'maintenance', skill: 'engine', minGrade: 'middle', minutes: 150, quickLane: false, sameDay: true, bayKind: 'general', labourFen: 38_000, partsFen: 104_700, operations: ['M001', 'M002', 'M003', 'M004', 'M005', 'M007'], parts: [['P0001', 4], ['P0002', 1], ['P0003', 1], ['P0004', 1], ['P0005', 1], ['P0006', 4], ['P0008', 1]] },
  { code: 'F', name: '前制动保养', nameEn: 'Front brake service', description: '更换前制动片并检查制动盘', descriptionEn: 'New front brake pads, discs checked', workClass: 'minorRepair', skill: 'chassis', minGrade: 'middle', minutes: 60, quickLane: false, sameDay: true, bayKind: 'general', labourFen: 22_000, partsFen: 68_000, operations: ['R101'], parts: [['P0010', 1]] },
  { code: 'T', name: '四轮定位', nameEn: 'Wheel alignment', description: '四轮定位检测与调整', descriptionEn: 'Four-wheel alignment', workClass: 'minorRepair', skill: 'chassis', minGrade: 'middle', minutes: 60, quickLane: false, sameDay: true, bayKind: 'alignment', labourFen: 28_000, partsFen: 0, operations: ['R105'], parts: [] },
  { code: 'D', name: '故障检查', nameEn: 'Fault check', description: '专业技师诊断，维修前先报价', descriptionEn: 'Diagnosis by an expert; price before any repair', workClass: 'diagnosis', skill: 'engine', minGrade: 'senior', minutes: 60, quickLane: false, sameDay: false, bayKind: 'general', labourFen: 24_000, partsFen: 0, operations: ['D201'], parts: [] },
] // prettier-ignore
