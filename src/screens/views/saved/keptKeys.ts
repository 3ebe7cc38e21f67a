/** Where this device keeps the saved views. */
export const SAVED_VIEWS_KEY = 'image-builds.views';
/** Where a kept text that could not be read whole is set aside before it is written over. */
export const UNREAD_KEY = 'image-builds.views.unread';
