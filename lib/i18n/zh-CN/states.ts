import type en from '../en/states'

export default {
  error: {
    title: '这里出了点问题',
    lead: '之前保存的内容都在。请再试一次；若再次出现，请把编号告诉管理员。',
    reference: '编号',
    retry: '再试一次',
    home: '回到首页',
  },
  notFound: {
    title: '这个地址没有内容',
    lead: '链接可能已过期，或记录属于其他门店。',
  },
  forbidden: {
    title: '您的岗位不包含此页面',
    lead: '如有需要请联系服务经理。',
  },
  loadingPage: '页面正在加载',
} satisfies typeof en
