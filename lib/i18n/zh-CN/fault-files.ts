import type en from '../en/fault-files'

export default {
  title: '故障照片和视频',
  hint: (f) => `异响、报警灯用视频最清楚。视频不超过 ${f.seconds} 秒、${f.megabytes} MB，不保留拍摄地点。`,
  photo: '故障照片',
  video: '故障视频',
  takePhoto: '添加照片',
  takeVideo: '添加视频',
  preparing: '正在查看视频…',
  tooLarge: (f) => `视频超过 ${f.megabytes} MB，请缩短拍摄时间。`,
  tooLong: (f) => `视频超过 ${f.seconds} 秒，请只拍故障出现的时刻。`,
  photoNo: (f) => `故障照片 ${f.no}`,
  videoNo: (f) => `故障视频 ${f.no}`,
  remove: (f) => `删除第 ${f.no} 项`,
  counted: (f) =>
    [f.photos && `照片 ${f.photos} 张`, f.videos && `视频 ${f.videos} 段`].filter(Boolean).join('，'),
  open: '打开视频',
} satisfies typeof en
