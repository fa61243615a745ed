/** What a message is when none of its parts can be read: a new kind of Telegram's is told of, its service notes are not. */
import type { Message } from 'grammy/types'

/** Where, when and by whom it was said: none of it is what was said. */
const envelope: ReadonlySet<string> = new Set(
  `message_id message_thread_id direct_messages_topic from sender_chat sender_boost_count sender_business_bot sender_tag date
  business_connection_id chat forward_origin is_topic_message is_automatic_forward reply_to_message external_reply quote
  reply_to_story reply_to_checklist_task_id reply_to_poll_option_id via_bot edit_date has_protected_content is_from_offline
  is_paid_post media_group_id author_signature paid_star_count entities caption_entities link_preview_options effect_id
  show_caption_above_media has_media_spoiler reply_markup receiver_user ephemeral_message_id guest_query_id text caption
  guest_bot_caller_user guest_bot_caller_chat suggested_post_info`.split(/\s+/),
)

/** Notes that Telegram writes itself about the room, its members or a payment. */
const notes =
  `new_chat left_chat delete_chat group_chat supergroup_chat channel_chat migrate_ message_auto_delete pinned_
  successful_ refunded_ user_shared users_shared chat_ connected_ write_access passport proximity boost_
  forum_topic general_forum giveaway video_chat paid_message_price direct_message_price suggested_post
  poll_option managed_bot community_ gift_upgrade checklist_tasks`.split(/\s+/)

/** The platform's name for what it is; undefined for a service note. */
export function unreadableIn(message: Message): string | undefined {
  const kinds = Object.keys(message).filter((key) => !envelope.has(key))
  return kinds.some((kind) => notes.some((note) => kind.startsWith(note))) ? undefined : kinds[0]
}
