// What is known of one property: its value, or that nobody read it.

/** Read from AWS; or not read, for a gap or because nobody asked. `null` inside `Read` is AWS's own "there is none". */
export type Read<T> = { readonly kind: 'read'; readonly value: T } | { readonly kind: 'unread' };
