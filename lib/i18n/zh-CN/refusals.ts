import type { RefusalCode, RefusalFacts } from '@/lib/core/refusal'

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
} satisfies Record<RefusalCode, string | ((f: RefusalFacts) => string)>
