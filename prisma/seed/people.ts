import { vinCheckDigit } from '@/lib/core/vin'
import type { Person } from './foundation'
import type { Random } from './random'

const SURNAMES =
  '王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚'
const GIVEN = [
  '伟',
  '芳',
  '娜',
  '敏',
  '静',
  '丽',
  '强',
  '磊',
  '军',
  '洋',
  '勇',
  '艳',
  '杰',
  '涛',
  '明',
  '超',
  '秀英',
  '霞',
  '平',
  '刚',
  '桂英',
  '建华',
  '文',
  '华',
  '玉兰',
  '志强',
  '秀兰',
  '建国',
  '海燕',
  '晓明',
  '雪梅',
  '俊杰',
  '子涵',
  '浩然',
  '雨桐',
  '欣怡',
  '宇轩',
  '梓萱',
  '思远',
  '佳怡',
  '天宇',
  '嘉琪',
  '博文',
  '一诺',
  '晨曦',
  '立群',
  '国庆',
  '春梅',
  '少华',
  '振东',
]
const CARS: [brand: string, model: string, body: string, fuel: string, wmi: string][] = [
  ['一汽丰田', '卡罗拉', 'saloon', 'petrol', 'LFM'],
  ['一汽丰田', '亚洲龙', 'saloon', 'hybrid', 'LFM'],
  ['一汽丰田', 'RAV4荣放', 'suv', 'petrol', 'LFM'],
  ['一汽丰田', '皇冠陆放', 'suv', 'hybrid', 'LFM'],
  ['一汽丰田', '格瑞维亚', 'mpv', 'hybrid', 'LFM'],
  ['一汽丰田', 'bZ4X', 'suv', 'electric', 'LFM'],
  ['一汽丰田', '威驰', 'saloon', 'petrol', 'LFM'],
  ['一汽丰田', '普拉多', 'suv', 'petrol', 'LFM'],
]
const COLOURS = ['白色', '黑色', '银色', '灰色', '蓝色', '红色']
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const VIN_CHARS = 'ABCDEFGHJKLMNPRSTUVWXYZ0123456789'

export type CarOwner = ReturnType<typeof carOwner>

/** A customer with a car: Chinese name, mobile number, valid plate and a VIN with the right check digit. */
export function carOwner(r: Random, serial: number, thisYear: number) {
  const [brand, model, bodyKind, fuel, wmi] = r.pick(CARS)
  const modelYear = r.int(thisYear - 8, thisYear)
  const yearCode = 'ABCDEFGHJKLMNPRSTVWXY123456789'[(modelYear - 1980) % 30] ?? 'A'
  const green = fuel === 'electric'
  const draft = `${wmi}${r.chars(VIN_CHARS, 5)}0${yearCode}${r.chars('ABCDEFGHJKLMN', 1)}${String(100_000 + serial).slice(-6)}`
  const vin = draft.slice(0, 8) + vinCheckDigit(draft) + draft.slice(9)
  const tail = r
    .chars(LETTERS + '0123456789'.repeat(3), 3)
    .replaceAll('I', 'K')
    .replaceAll('O', 'P')
  const plate = green
    ? `沪A${r.pick(['D', 'F'])}${r.digits(5)}`
    : `沪${r.pick(['A', 'B', 'C', 'E', 'F', 'K'])}${tail}${String(serial % 100).padStart(2, '0')}`
  return {
    name: r.pick([...SURNAMES]) + r.pick(GIVEN),
    formOfAddress: r.chance(0.5) ? '先生' : '女士',
    phone: `1${r.pick(['38', '39', '36', '58', '59', '86', '87', '50'])}${String(10_000_000 + serial * 7919 + r.int(0, 999)).slice(-8)}`,
    plate,
    vin,
    brand,
    model,
    bodyKind,
    fuel,
    modelYear,
    colour: r.pick(COLOURS),
    km: (thisYear - modelYear) * r.int(8_000, 18_000) + r.int(800, 6_000),
    waits: r.chance(0.6),
    sensitive: r.chance(0.05),
  }
}

type Role = Person['roles'][number]
const person = (
  no: string,
  name: string,
  nameEn: string,
  roles: Role[],
  more: Partial<Person> = {},
): Person => ({ no, name, nameEn, roles, ...more })

/** Staff of a dealership: every role, ten technicians of three grades. */
export const STAFF: Person[] = [
  person('G01', '周小引', 'Zhou Xiaoyin', ['greeter']),
  person('B01', '吴佳约', 'Wu Jiayue', ['bookingReceptionist']),
  person('A01', '王思源', 'Wang Siyuan', ['serviceAdviser']),
  person('A02', '李慕白', 'Li Mubai', ['serviceAdviser']),
  person('A03', '陈雨桐', 'Chen Yutong', ['serviceAdviser', 'receptionAdviser']),
  person('A04', '林清和', 'Lin Qinghe', ['receptionAdviser']),
  person('F01', '赵铁柱', 'Zhao Tiezhu', ['foreman']),
  person('T01', '孙大勇', 'Sun Dayong', ['technician'], { grade: 'junior', skills: ['general'] }),
  person('T02', '钱小军', 'Qian Xiaojun', ['technician'], { grade: 'junior', skills: ['general'] }),
  person('T03', '何立新', 'He Lixin', ['technician'], { grade: 'junior', skills: ['general', 'chassis'] }),
  person('T04', '马文涛', 'Ma Wentao', ['technician'], {
    grade: 'middle',
    skills: ['general', 'chassis', 'engine'],
  }),
  person('T05', '郭志强', 'Guo Zhiqiang', ['technician'], {
    grade: 'middle',
    skills: ['general', 'chassis', 'electrical'],
  }),
  person('T06', '罗建平', 'Luo Jianping', ['technician'], {
    grade: 'middle',
    skills: ['general', 'engine', 'electrical'],
  }),
  person('T07', '梁海波', 'Liang Haibo', ['technician'], {
    grade: 'middle',
    skills: ['general', 'body', 'paint'],
  }),
  person('T08', '郑高工', 'Zheng Gaogong', ['technician'], {
    grade: 'senior',
    skills: ['general', 'engine', 'electrical', 'chassis'],
  }),
  person('T09', '宋长庚', 'Song Changgeng', ['technician'], {
    grade: 'senior',
    skills: ['general', 'engine', 'electrical', 'chassis', 'newEnergy'],
  }),
  person('T10', '唐一鸣', 'Tang Yiming', ['technician'], {
    grade: 'senior',
    skills: ['general', 'engine', 'newEnergy', 'electrical'],
  }),
  person('S01', '韩技督', 'Han Jidu', ['technicalSupervisor']),
  person('D01', '曹总监', 'Cao Zongjian', ['technicalDirector']),
  person('Q01', '冯严明', 'Feng Yanming', ['qcInspector']),
  person('Q02', '许可心', 'Xu Kexin', ['qcInspector']),
  person('P01', '邓配件', 'Deng Peijian', ['partsClerk']),
  person('W01', '萧保修', 'Xiao Baoxiu', ['warrantyClerk']),
  person('I01', '曾信息', 'Zeng Xinxi', ['informationClerk']),
  person('C01', '程收银', 'Cheng Shouyin', ['cashier']),
  person('R01', '蔡客服', 'Cai Kefu', ['customerRelations']),
  person('M01', '彭经理', 'Peng Jingli', ['serviceManager']),
  person('V01', '潘总监', 'Pan Zongjian', ['serviceDirector']),
  person('N01', '袁部长', 'Yuan Buzhang', ['departmentManager']),
  person('X01', '于管理', 'Yu Guanli', ['administrator']),
]
