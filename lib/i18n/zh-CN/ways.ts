import type en from '../en/ways'

export default {
  title: '车辆怎么到店？',
  own: '我自己送来',
  pickUp: '上门取车并送回',
  pickUpHint: (f: { km: string }) => `${f.km} 以内免费，出发前会给您打电话。`,
  loaner: '我自己送来，期间使用代步车',
  loanerHint: '该时间有一辆空闲，请携带本人驾驶证。',
  address: '车停在哪里？',
  locate: '使用我的位置',
  locating: '正在定位',
  distance: (f: { km: string }) => `距本店 ${f.km}`,
  tooFar: (f: { km: string; limit: string }) =>
    `距本店 ${f.km}，取送车范围为 ${f.limit} 以内，请您自行送车。`,
  noPosition: '无法定位。请填写地址，我们核实距离后与您联系。',
  later: '我们按地址核实距离，如超出范围会与您联系。',
  staff: {
    title: '取送车与代步车',
    address: '取车地址',
    distance: '距离',
    unknown: '尚未核实',
    trips: { pickUp: '取车', return: '送车' },
    driver: (f: { no: number }) => `司机 ${f.no}`,
    loaner: '代步车',
    km: '行车距离（km）',
    keep: '保存距离',
    kept: '已保存。',
    drop: '不上门取车',
    dropTitle: '确定不上门取车吗？',
    dropLead: '司机时间将释放。请致电客户，由客户自行送车。',
    dropped: '已改为不取车。',
  },
} satisfies typeof en
