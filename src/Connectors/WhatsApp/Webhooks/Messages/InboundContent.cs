namespace MultiLine.Connectors.WhatsApp.Webhooks.Messages;

/// <summary>What a contact sent, one form for each of Meta's types.</summary>
public abstract record InboundContent
{
    private InboundContent() { }

    /// <summary>Meta's name of the form, for example <c>image</c>; of interactive replies with what was replied to, <c>interactive.list_reply</c>.</summary>
    public abstract string Type { get; }

    /// <summary>
    /// Whether the contact wrote. Reactions, edits, deletions and notices of the system are no writing; neither is an unsupported
    /// message, because edits arrive as such.
    /// </summary>
    public virtual bool OpensSession => true;

    /// <summary>The message (wamid) that it changes or reacts to; null of what stands for itself.</summary>
    public virtual string? TargetId => null;

    public sealed record Text(string Body) : InboundContent
    {
        public override string Type => "text";
    }

    /// <summary>A picture, a recording, a file.</summary>
    public sealed record Media(MediaKind Kind, MediaObject File) : InboundContent
    {
        /// <summary>Meta sends voice notes as <c>audio</c> that says so, and has sent them as <c>voice</c>.</summary>
        public override string Type => Kind switch
        {
            MediaKind.Image => "image",
            MediaKind.Video => "video",
            MediaKind.Document => "document",
            MediaKind.Sticker => "sticker",
            _ => "audio",
        };
    }

    public sealed record Location(double Latitude, double Longitude, string? Name, string? Address, string? Url) : InboundContent
    {
        public override string Type => "location";
    }

    /// <summary>Cards out of the contact's address book, or the contact's own where we asked for it.</summary>
    public sealed record Contacts(IReadOnlyList<SharedContact> Cards) : InboundContent
    {
        public override string Type => "contacts";
    }

    /// <summary>The tap on a quick-reply button of a template.</summary>
    /// <param name="Payload">What was sent along with the template; else the same as <paramref name="Label"/>.</param>
    /// <param name="Label">What the button says.</param>
    public sealed record Button(string Payload, string Label) : InboundContent
    {
        public override string Type => "button";
    }

    /// <summary>The tap on a button under an interactive message.</summary>
    public sealed record ButtonReply(string Id, string Title) : InboundContent
    {
        public override string Type => "interactive.button_reply";
    }

    /// <summary>A choice from a list.</summary>
    public sealed record ListReply(string Id, string Title, string? Description) : InboundContent
    {
        public override string Type => "interactive.list_reply";
    }

    /// <summary>A form that was filled in.</summary>
    /// <param name="Form"><c>flow</c> or <c>address_message</c>.</param>
    /// <param name="Body">What the contact's chat shows.</param>
    /// <param name="Response">What was filled in: JSON, usually an object.</param>
    public sealed record FlowReply(string? Form, string? Body, string? Response) : InboundContent
    {
        public override string Type => "interactive.nfm_reply";
    }

    /// <summary>The answer to our wish to call.</summary>
    /// <param name="Accepted">We may call.</param>
    /// <param name="Until">Until when; null where that was not said, or for good.</param>
    /// <param name="Source"><c>user_action</c>, or <c>automatic</c> where the contact had called us.</param>
    public sealed record CallPermissionReply(bool Accepted, DateTimeOffset? Until, string? Source) : InboundContent
    {
        public override string Type => "interactive.call_permission_reply";
    }

    /// <param name="MessageId">The message (wamid), the contact's or ours.</param>
    /// <param name="Emoji">Null where the reaction was taken back.</param>
    public sealed record Reaction(string MessageId, string? Emoji) : InboundContent
    {
        public override string Type => "reaction";

        public override bool OpensSession => false;

        public override string? TargetId => MessageId;
    }

    public sealed record Order(string? CatalogId, string? Note, IReadOnlyList<OrderItem> Items) : InboundContent
    {
        public override string Type => "order";
    }

    /// <summary>The contact changed a message. Meta sends it for numbers that are used with the WhatsApp Business app as well.</summary>
    public sealed record Edit(string OriginalMessageId, InboundContent Content) : InboundContent
    {
        public override string Type => "edit";

        public override bool OpensSession => false;

        public override string? TargetId => OriginalMessageId;
    }

    /// <summary>The contact deleted a message for everyone.</summary>
    public sealed record Revoke(string OriginalMessageId) : InboundContent
    {
        public override string Type => "revoke";

        public override bool OpensSession => false;

        public override string? TargetId => OriginalMessageId;
    }

    /// <summary>News of the contact's account.</summary>
    /// <param name="News">For example <c>user_changed_number</c>, <c>user_changed_user_id</c>, <c>customer_identity_changed</c>.</param>
    /// <param name="Body">In Meta's words.</param>
    /// <param name="Phone">The new number, E.164.</param>
    /// <param name="UserId">The new user id.</param>
    /// <param name="ParentUserId">The new user id among linked businesses.</param>
    public sealed record System(string? News, string? Body, string? Phone, string? UserId, string? ParentUserId) : InboundContent
    {
        public override string Type => "system";

        public override bool OpensSession => false;
    }

    /// <summary>The contact opened the chat for the first time and has not written yet.</summary>
    public sealed record RequestWelcome : InboundContent
    {
        public override string Type => "request_welcome";

        public override bool OpensSession => false;
    }

    /// <summary>Something that Meta doesn't pass on to businesses.</summary>
    /// <param name="Kind">What it is, for example <c>poll_creation</c>, where Meta says so.</param>
    /// <param name="Error">131051; or 131060 for one that isn't to be had just now.</param>
    public sealed record Unsupported(string? Kind, GraphError? Error) : InboundContent
    {
        public override string Type => "unsupported";

        public override bool OpensSession => false;
    }

    /// <summary>A type that isn't known, or one whose content isn't what it should be: it stays in <see cref="WebhookItem.Raw"/>.</summary>
    /// <param name="Named">Meta's type; <c>unknown</c> where there is none.</param>
    /// <param name="Error">What Meta says is wrong with it, for example 131000 where an interactive reply comes without a body.</param>
    public sealed record Other(string Named, GraphError? Error = null) : InboundContent
    {
        public override string Type => Named;

        public override bool OpensSession => Named is not ("system" or "reaction" or "edit" or "revoke" or "unknown" or "media_placeholder");
    }
}
