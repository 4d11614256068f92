const faultFiles = {
  title: 'Photos and video of the fault',
  hint: (f: { seconds: number; megabytes: number }) =>
    `A noise or a warning light says more than words. Video up to ${f.seconds} seconds and ${f.megabytes} MB; where it was taken is not kept.`,
  photo: 'Photo of the fault',
  video: 'Video of the fault',
  takePhoto: 'Add photo',
  takeVideo: 'Add video',
  preparing: 'Looking at the video…',
  tooLarge: (f: { megabytes: number }) =>
    `This video is larger than ${f.megabytes} MB. Film a shorter moment.`,
  tooLong: (f: { seconds: number }) =>
    `This video is longer than ${f.seconds} seconds. Film only the moment of the fault.`,
  photoNo: (f: { no: number }) => `Photo ${f.no} of the fault`,
  videoNo: (f: { no: number }) => `Video ${f.no} of the fault`,
  remove: (f: { no: number }) => `Remove number ${f.no}`,
  counted: (f: { photos: number; videos: number }) =>
    [
      f.photos && (f.photos === 1 ? '1 photo' : `${f.photos} photos`),
      f.videos && (f.videos === 1 ? '1 video' : `${f.videos} videos`),
    ]
      .filter(Boolean)
      .join(', '),
  open: 'Open the video',
}

export default faultFiles
