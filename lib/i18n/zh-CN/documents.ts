import type en from '../en/documents'

export default {
  title: '请携带',
  names: {
    vehicleLicence: '行驶证',
    serviceBooklet: '保养手册',
    drivingLicence: '本人驾驶证（使用代步车）',
    purchaseInvoice: '购车发票',
    insurance: '保险资料',
    accidentReport: '事故认定书',
    earlierBill: '上次维修的结算单',
    recallLetter: '召回通知（如有）',
  },
} satisfies typeof en
